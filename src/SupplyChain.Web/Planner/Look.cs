namespace SupplyChain.Planner;

/// <summary>How a status is shown.</summary>
/// <param name="Word">What people say.</param>
/// <param name="Glyph">Its shape.</param>
/// <param name="Tone">Its colour: good, warn, bad, info or idle.</param>
public sealed record Look(string Word, string Glyph, string Tone);
