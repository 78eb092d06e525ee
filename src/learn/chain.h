/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A linear-chain conditional random field over the labels of attribution: training by AdaGrad, one run at a time. */
#pragma once

#include "reading/attribution.h"

G_BEGIN_DECLS

/* Labels, padded so that a row of weights is a cache line. */
#define PURPORT_CHAIN_WIDTH 16

/**
 * PurportChainRun:
 * @features: @n × @n_features numbers of features; 0 counts for nothing
 * @labels: the right ones
 * @steps: #PurportStep of each token; the first is %PURPORT_STEP_RUN
 */
typedef struct {
  guint32 n;
  guint n_features;
  guint32 *features;
  const guint8 *labels;
  guint8 *steps;
} PurportChainRun;

typedef float PurportChainRow[PURPORT_CHAIN_WIDTH];

/**
 * PurportChain:
 * @rate: how far a step of learning goes
 * @dropout: the share of features that is left out in each step, so that all learn to do without the others
 * @rows: weights of each feature's number
 * @steps: weights from label to label
 */
typedef struct {
  float rate;
  float dropout;
  guint32 n_rows;
  PurportChainRow *rows;
  PurportChainRow steps[PURPORT_N_STEPS][PURPORT_N_LABELS];
  PurportChainRow *row_squares;
  PurportChainRow step_squares[PURPORT_N_STEPS][PURPORT_N_LABELS];
} PurportChain;

PurportChain *purport_chain_new (guint32 n_numbers, float rate, float dropout);
void purport_chain_free (PurportChain *chain);
double purport_chain_learn (PurportChain *chain, const PurportChainRun *run, GRand *random);
void purport_chain_add (PurportChain *sum, const PurportChain *chain, float share);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PurportChain, purport_chain_free)

G_END_DECLS
