"""How the teacher and the network are trained; the model card repeats it."""

SEED = 0

# Both learn the tags first, and then roles and relations beside them: all from the start cost the tags 0.04 of F1.

TEACHER_EPOCHS = 4
TEACHER_EPOCHS_TOGETHER = 3
TEACHER_DROPOUT = 0.2
TEACHER_RATE = 2e-3
TEACHER_RATE_PRETRAINED = 6e-5
TEACHER_RATE_TOGETHER = 4e-5  # of what is pretrained
TEACHER_FROZEN = 4  # lowest layers of twelve, which stay as they are

VARIANTS = 2  # of each unlabelled paper, for the network to learn from

NETWORK_EPOCHS = 6
NETWORK_EPOCHS_TOGETHER = 3
NETWORK_EPOCHS_HEADS = 8  # roles and relations alone, from vectors that no longer change
NETWORK_DROPOUT = 0.15
NETWORK_RATE = 0.002
NETWORK_DECAY = 0.1  # of weights; with ten times less it learns its texts by heart
NETWORK_WEIGHT = 0.3  # of what is wrong with roles and relations, beside the tags

BATCH = 16
