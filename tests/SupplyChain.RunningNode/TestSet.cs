namespace SupplyChain;

/// <summary>
/// Which tests <c>tests/run</c> leaves out, since together they take as long as all others: the long set, classes that
/// carry <c>[Trait(TestSet.Trait, TestSet.Long)]</c>. <c>tests/run --long</c> runs them.
/// </summary>
public static class TestSet
{
    /// <summary>The trait that says in which set a class is.</summary>
    public const string Trait = "Set";

    /// <summary>Slow classes about what a quicker one looks at as well.</summary>
    public const string Long = "Long";
}
