import torch
from torch import nn
from torch.utils.data import DataLoader
from torchvision import datasets, models, transforms

WEIGHTS = "weights/defects.pt"


def main(epochs: int = 5) -> None:
    photos = datasets.ImageFolder("data/photos", transform=transforms.ToTensor())
    network = models.resnet18(num_classes=2)
    optimizer = torch.optim.AdamW(network.parameters(), lr=1e-4)
    criterion = nn.CrossEntropyLoss()
    for _ in range(epochs):
        for pictures, labels in DataLoader(photos, batch_size=32, shuffle=True):
            optimizer.zero_grad()
            loss = criterion(network(pictures), labels)
            loss.backward()
            optimizer.step()
    torch.save(network.state_dict(), WEIGHTS)


if __name__ == "__main__":
    main()
