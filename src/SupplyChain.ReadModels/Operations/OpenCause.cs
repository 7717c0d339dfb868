namespace SupplyChain.Operations;

/// <summary>Something in the state of an entity that planners have to look at.</summary>
/// <param name="Kind">What.</param>
/// <param name="Units">Units touched.</param>
/// <param name="Until">The last day it can be open on; null for ever.</param>
/// <param name="Reason">Why, for people.</param>
/// <param name="About">What it is about.</param>
internal sealed record OpenCause(ExceptionKind Kind, long Units, DateOnly? Until, string Reason, CauseFacts About);
