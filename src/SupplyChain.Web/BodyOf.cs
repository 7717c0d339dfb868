namespace SupplyChain;

/// <summary>A command as it was read, with what is wrong about it.</summary>
internal sealed record BodyOf<T>(T? Command, BodyFaults Faults) where T : class;
