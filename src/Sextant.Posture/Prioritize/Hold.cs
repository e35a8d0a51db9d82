namespace Sextant.Posture.Prioritize;

/// <summary>What an attacker has of an asset. Who controls something has also reached it.</summary>
public enum Hold : byte
{
    /// <summary>Can send it input, or read what it holds.</summary>
    Reached,

    /// <summary>Decides what it holds, says or does.</summary>
    Controlled,
}
