using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace SupplyChain.Planner;

/// <summary>A word in a drawing: markup has no way to write this element, whose name means something else there.</summary>
public sealed class ChartText : ComponentBase
{
    /// <summary>Where from the left.</summary>
    [Parameter, EditorRequired] public double X { get; set; }

    /// <summary>Where from the top; the line it stands on.</summary>
    [Parameter, EditorRequired] public double Y { get; set; }

    /// <summary>What it says.</summary>
    [Parameter, EditorRequired] public string Text { get; set; } = "";

    /// <summary>Its look.</summary>
    [Parameter] public string? Class { get; set; }

    /// <summary>Which part of it stands there: start, middle or end.</summary>
    [Parameter] public string Anchor { get; set; } = "start";

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "text");
        builder.AddAttribute(1, "x", X.ToString("0.#", CultureInfo.InvariantCulture));
        builder.AddAttribute(2, "y", Y.ToString("0.#", CultureInfo.InvariantCulture));
        builder.AddAttribute(3, "text-anchor", Anchor);
        builder.AddAttribute(4, "class", Class);
        builder.AddContent(5, Text);
        builder.CloseElement();
    }
}
