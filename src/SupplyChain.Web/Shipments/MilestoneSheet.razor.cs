using System.Globalization;
using Microsoft.AspNetCore.Components;
using SupplyChain.Planner;

namespace SupplyChain.Shipments;

/// <summary>The two clocks of a shipment: when its milestones happened, and when they were learned.</summary>
public partial class MilestoneSheet
{
    private const double Left = 104;
    private const double Width = 668;
    private const double LetterWidth = 6.8;
    private const double Edge = 800;
    private const int Rows = 3;

    /// <summary>The shipment.</summary>
    [Parameter, EditorRequired] public ShipmentSeen Seen { get; set; } = default!;

    [CascadingParameter] private Viewer Viewer { get; set; } = default!;

    private ShipmentDetails Shipment => Seen.Shipment;

    private Milestone[] Dated => [.. Shipment.Milestones.Where(one => one.OccurredAt is not null)];

    private MilestoneScale? Scale { get; set; }

    private List<Mark> Marks { get; set; } = [];

    private double? NowAt { get; set; }

    private bool IsTroubled => Scale is { OutOfOrder.Count: > 0 };

    private string Note => Scale switch
    {
        null => Words.Count(Shipment.Milestones.Count, "report"),
        { OutOfOrder.Count: > 0 and var some } => $"{Words.Count(some, "report")} came out of order",
        { IsSplit: true } => "all learned long after: each line has its own scale",
        _ when Marks.Count(mark => mark.IsLate) is > 0 and var late => $"{Words.Count(late, "report")} came late",
        _ => $"{Words.Count(Shipment.Milestones.Count, "report")}, in the order it happened",
    };

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        (Scale, Marks, NowAt) = (null, [], null);
        if (Dated is not { Length: > 0 } dated)
            return;
        var now = Seen.IsOpen ? Viewer.BusinessNow : default(DateTimeOffset?);
        var scale = Scale = new(dated, now, Viewer.Zone);
        if (now is { } present && !scale.IsSplit)
            NowAt = X0(scale.Learned(present));
        var (ends, delayEnd) = (new double[Rows], 0.0);
        foreach (var one in dated)
        {
            var word = ShipmentLooks.Of(one.Kind).Word;
            var (happened, learned) = (X0(scale.Happened(one.OccurredAt!.Value)), X0(scale.Learned(one.RecordedAt)));
            var width = word.Length * LetterWidth;
            int? row = Array.FindIndex(ends, end => end < Math.Min(happened, Edge - width) - 6) is >= 0 and var free ? free : null;
            if (row is { } taken)
                ends[taken] = happened + width;
            Marks.Add(new(one.Id.Value, word, happened, learned, row, scale.IsLate(one), null, "middle"));
        }

        foreach (var mark in Marks.Where(mark => mark.IsLate && !scale.IsSplit).OrderBy(mark => mark.Learned).ToArray())
        {
            var one = dated.First(one => one.Id.Value == mark.Id);
            var text = $"{ShipmentWords.Length(one.RecordedAt - one.OccurredAt!.Value)} late";
            var half = text.Length * LetterWidth / 2;
            if (mark.Learned - half < delayEnd)
                continue;
            delayEnd = mark.Learned + half + 8;
            Marks[Marks.IndexOf(mark)] = mark with { Delay = text };
        }
    }

    private static double X0(double place) => Left + (place * Width);

    private static string X(double place) => F(X0(place));

    private static string F(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>A milestone in the drawing.</summary>
    private sealed record Mark(
        string Id, string Word, double Happened, double Learned, int? Row, bool IsLate, string? Delay,
        string DelayAnchor)
    {
        private bool IsAtEdge => Happened + (Word.Length * LetterWidth) > Edge;

        /// <summary>A word that would not fit to the right of its place stands to the left of it.</summary>
        public string LabelAnchor => IsAtEdge ? "end" : "start";

        public double LabelX => IsAtEdge ? Happened + 3 : Happened - 3;
    }
}
