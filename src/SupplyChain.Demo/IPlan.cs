namespace SupplyChain.Demo;

/// <summary>A role whose errands follow from the hour alone, so nothing of them has to be remembered.</summary>
internal interface IPlan
{
    /// <summary>What happens in the hour that begins then.</summary>
    IEnumerable<Errand> During(DateTimeOffset hour);
}
