namespace SupplyChain;

/// <summary>A refusal with its explanation for people.</summary>
public readonly record struct Refused(Refusal Reason, string Message);
