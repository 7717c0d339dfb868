namespace SupplyChain.Operations;

/// <summary>Against what exceptions are judged.</summary>
/// <param name="Today">The day for planners: it decides what is late.</param>
/// <param name="Now">The time of the real world: it decides what is still snoozed.</param>
public readonly record struct PlannersDay(DateOnly Today, DateTimeOffset Now);
