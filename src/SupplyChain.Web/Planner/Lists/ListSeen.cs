namespace SupplyChain.Planner.Lists;

/// <summary>A page of a list as it was shown.</summary>
/// <param name="Url">Its address.</param>
/// <param name="Page">Its items.</param>
/// <param name="At">When it was read.</param>
public sealed record ListSeen<T>(string Url, Page<T> Page, DateTimeOffset At);
