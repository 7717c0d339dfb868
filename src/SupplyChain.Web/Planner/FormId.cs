namespace SupplyChain.Planner;

/// <summary>Numbers for what people record in a form: one per form, so that sending it twice records it once.</summary>
internal static class FormId
{
    private const int Length = 10;

    /// <summary>A new one that begins so.</summary>
    public static string New(string prefix) => $"{prefix}-{Guid.NewGuid().ToString("N")[..Length].ToUpperInvariant()}";
}
