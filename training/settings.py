"""How the teacher and the tagger are trained; the model card repeats it."""

SEED = 0

TEACHER_EPOCHS = 5
TEACHER_DROPOUT = 0.2
TEACHER_RATE = 2e-3
TEACHER_RATE_PRETRAINED = 1e-4

TAGGER_EPOCHS = 7
TAGGER_DROPOUT = 0.15
TAGGER_RATE = 0.002

BATCH = 16
