"""What a person says of their skin: sizes, marks, reactions, wishes; rules as functions of values."""
