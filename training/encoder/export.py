"""Third stage: the trained state as the int8 ONNX file that the package ships.

python -m training.encoder.export --state roles.pt --out src/makegood/reading/encoder/model/analyst.onnx
"""

import argparse
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn

from training.encoder.bert import Bert
from training.encoder.roles import Analyst


class Shipped(nn.Module):
    """The analyst for one unpadded window."""

    def __init__(self, model: Analyst) -> None:
        super().__init__()
        self.model = model

    def forward(self, ids: Tensor, shapes: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """1 x pieces twice to what `Analyst` gives."""
        made: tuple[Tensor, Tensor, Tensor] = self.model(ids, shapes, torch.ones_like(ids))
        return made


def main() -> None:
    """Write the file, with 7-bit weights: on processors without VNNI 8 bits overflow."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--state", type=Path, required=True)
    arguments.add_argument("--out", type=Path, required=True)
    arguments.add_argument("--whole", action="store_true", help="leave the weights as they are, to compare")
    given = arguments.parse_args()
    model = Analyst(Bert())
    model.load_state_dict(torch.load(given.state)["model"])
    model.eval()
    sample = torch.randint(1000, 2000, (1, 16)), torch.ones(1, 16, dtype=torch.long)
    axes = {name: {1: "pieces"} for name in ("ids", "shapes", "anchors", "words", "answers")}
    with tempfile.TemporaryDirectory() as folder:
        plain, ready = Path(folder, "plain.onnx"), Path(folder, "ready.onnx")
        torch.onnx.export(
            Shipped(model), sample, str(plain), input_names=["ids", "shapes"],
            output_names=["anchors", "words", "answers"], dynamic_axes=axes, opset_version=17, dynamo=False,
        )  # fmt: skip
        if given.whole:
            given.out.write_bytes(plain.read_bytes())
            return
        quant_pre_process(str(plain), str(ready), skip_symbolic_shape=True)
        quantize_dynamic(str(ready), str(given.out), weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)


if __name__ == "__main__":
    main()
