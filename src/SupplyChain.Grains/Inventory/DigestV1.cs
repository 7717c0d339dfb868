namespace SupplyChain.Inventory;

/// <summary>The canonical form of an adjustment, the first.</summary>
internal static class DigestV1
{
    /// <summary>An adjustment.</summary>
    public static byte[] Of(RecordAdjustment adjustment) => Adjustment.CanonicalV1(adjustment);
}
