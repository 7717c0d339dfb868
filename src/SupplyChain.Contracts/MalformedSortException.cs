namespace SupplyChain;

/// <summary>The <c>sort</c> of a page names what its list cannot be sorted by; the message says what it can.</summary>
[GenerateSerializer, Alias("malformed-sort")]
public sealed class MalformedSortException(string message) : Exception(message);
