namespace SupplyChain;

/// <summary>A time in which nothing about a key succeeded.</summary>
internal sealed record Gap(string Key, TimeSpan Began, TimeSpan Lasted);
