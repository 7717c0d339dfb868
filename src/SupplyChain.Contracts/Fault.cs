namespace SupplyChain;

/// <summary>One faulty field of a command.</summary>
/// <param name="Pointer">Where, as a JSON pointer (RFC 6901) into the body; empty for the whole.</param>
/// <param name="Code">A stable code, see <see cref="FaultCodes"/>.</param>
/// <param name="Message">What is wrong, for people.</param>
[GenerateSerializer, Immutable, Alias("fault")]
public sealed record Fault(
    [property: Id(0)] string Pointer, [property: Id(1)] string Code, [property: Id(2)] string Message);
