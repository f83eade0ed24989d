"""How the teacher and the network are trained; the model card repeats it."""

SEED = 0

FURTHER = "further"  # the file of papers that a language model annotated, not the annotators

TEACHER_EPOCHS = 2  # on all annotated papers, and then …
TEACHER_EPOCHS_GOLD = 1  # on those of the annotators whom the scores are about
TEACHER_DROPOUT = 0.2
TEACHER_RATE = 2e-3
TEACHER_RATE_PRETRAINED = 6e-5
TEACHER_FROZEN = 4  # lowest layers of twelve, which stay as they are

TEACHER_SHARE = 0.5  # of its odds in what the network is to think of an annotated paper; the rest is the annotation

VARIANTS = 2  # of each paper, for the network to learn from

# The tags first, and then roles and relations beside them: all from the start cost the tags 0.04 of F1.
NETWORK_EPOCHS = 6
NETWORK_CYCLES = 2  # of so many epochs, each from the full rate to nothing: the second gives entities 0.002 of F1
NETWORK_EPOCHS_TOGETHER = 3
NETWORK_DROPOUT = 0.15
NETWORK_RATE = 0.002
NETWORK_RATE_TOGETHER = 0.0005  # of what tags are read from; at the full rate they lose 0.01 of F1
NETWORK_DECAY = 0.1  # of weights; with ten times less it learns its texts by heart
NETWORK_WEIGHT = 0.3  # of what is wrong with roles and relations, beside the tags

BATCH = 16
