namespace SupplyChain.Planner.Map;

/// <summary>What stands on a map. The numbers are places in the list of shapes in <c>marks.js</c>.</summary>
public enum MapMark
{
    /// <summary>A shipment expected by its promise: a small disc.</summary>
    OnTime = 0,

    /// <summary>A shipment expected after its promise: a diamond.</summary>
    AtRisk = 1,

    /// <summary>A shipment whose promise is over: a triangle.</summary>
    Late = 2,

    /// <summary>A shipment whose arrival is unknown: a ring.</summary>
    Unknown = 3,

    /// <summary>A shipment that met with something on its way: a cross.</summary>
    Exception = 4,

    /// <summary>A warehouse, or where something goes: a small square.</summary>
    Site = 5,

    /// <summary>A closed warehouse: a barred house.</summary>
    ClosedSite = 6,
}
