using FluentAssertions;

namespace SupplyChain;

/// <summary>What a validation found, in short: the pointer and the code of each fault.</summary>
internal static class Faulty
{
    /// <summary>Exactly these faults were found, in this order.</summary>
    public static void ShouldBe(this Items<Fault> faults, params (string Pointer, string Code)[] expected) =>
        faults.Select(fault => (fault.Pointer, fault.Code)).Should().Equal(expected);
}
