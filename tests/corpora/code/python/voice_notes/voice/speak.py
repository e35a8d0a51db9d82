from elevenlabs.client import ElevenLabs


def say(text: str) -> bytes:
    parts = ElevenLabs().text_to_speech.convert(voice_id="JBFqnCBsd6RMkjVDRZzb", text=text, model_id="eleven_multilingual_v2")
    return b"".join(parts)
