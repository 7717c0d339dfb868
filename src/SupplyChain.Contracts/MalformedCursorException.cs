namespace SupplyChain;

/// <summary>The <c>after</c> of a page was never given out as a <c>next</c> of that list.</summary>
[GenerateSerializer, Alias("malformed-cursor")]
public sealed class MalformedCursorException(string message) : Exception(message);
