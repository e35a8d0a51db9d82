from faster_whisper import WhisperModel
from openai import OpenAI

ears = WhisperModel("large-v3", device="cuda")
remote = OpenAI()


def hear(path: str, local: bool = True) -> str:
    if local:
        segments, _ = ears.transcribe(path)
        return " ".join(s.text for s in segments)
    with open(path, "rb") as sound:
        return remote.audio.transcriptions.create(model="gpt-4o-transcribe", file=sound).text
