/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-parallel.h"
#include "tl-query.h"

G_BEGIN_DECLS

/* tl_query_run() on a given number of threads, for tests and benchmarks. */
TlResult *tl_query_run_with_work (TlQuery      *self,
                                  TlDataset    *dataset,
                                  TlResult     *previous,
                                  const TlWork *work) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
