import torch
from torchvision import models


def load() -> torch.nn.Module:
    network = models.resnet18(num_classes=2)
    network.load_state_dict(torch.load("weights/defects.pt", weights_only=True))
    return network.eval()
