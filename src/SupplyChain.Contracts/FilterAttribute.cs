namespace SupplyChain;

/// <summary>
/// A member of a query by which a list is filtered, as REST calls and documents it. How it is written follows from the
/// member's type: a list may be repeated, a text is searched for, an enum or identifier is checked.
/// </summary>
/// <param name="name">Its name in the query of a request.</param>
/// <param name="description">Which entries pass.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class FilterAttribute(string name, string description) : Attribute
{
    /// <summary>Its name in the query of a request.</summary>
    public string Name { get; } = name;

    /// <summary>Which entries pass.</summary>
    public string Description { get; } = description;

    /// <summary>
    /// The member that takes several values, of a filter whose one value has a member of its own: nodes of release 0.1
    /// know only that one.
    /// </summary>
    public string? Several { get; init; }

    /// <summary>Its place among the filters, from 0, when that is not its member's.</summary>
    public int Place { get; init; } = -1;

    /// <summary>Whether values may also stand in one text, separated by commas.</summary>
    public bool ByCommas { get; init; }

    /// <summary>Whether REST writes the values of the enum in camelCase.</summary>
    public bool CamelCase { get; init; }

    /// <summary>The smallest of numbers.</summary>
    public int From { get; init; }

    /// <summary>The largest of numbers.</summary>
    public int To { get; init; }
}
