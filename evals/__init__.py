"""Evaluation in public: labelled documents, the scorer, floors and calibration. The package never imports it.

Start with docs/method/evaluation.md; `python -m evals` prints everything.
"""
