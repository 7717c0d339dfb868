using System.Globalization;
using Microsoft.AspNetCore.Components;
using SupplyChain.Planner;

namespace SupplyChain.Shipments;

/// <summary>
/// Records what a carrier or a warehouse reported by phone or mail. One form is one milestone, however often it is
/// sent.
/// </summary>
public partial class MilestoneDrawer
{
    private const string Local = "yyyy-MM-dd'T'HH:mm";

    private readonly MilestoneId _id = FormId.New("M");
    private Part[] _parts = [];
    private MilestoneKind _kind;
    private string _when = "";
    private bool _isUnknown;
    private string _location = "";
    private string _note = "";
    private bool _isPart;
    private readonly FormSending _sending = new();

    /// <summary>The shipment.</summary>
    [Parameter, EditorRequired] public ShipmentSeen Seen { get; set; } = default!;

    /// <summary>Nothing is to be done.</summary>
    [Parameter, EditorRequired] public EventCallback OnClose { get; set; }

    /// <summary>Is told what was done.</summary>
    [Parameter, EditorRequired] public EventCallback<Deed> OnDone { get; set; }

    [Inject] private SupplyChainClient Chain { get; set; } = default!;

    [CascadingParameter] private Viewer Viewer { get; set; } = default!;

    private string Lead =>
        $"{ShipmentLooks.Of(Seen.Shipment.Status).Word} as of version {Seen.Shipment.Version}. Milestones may be "
        + "recorded in any order.";

    private string Consequence => _kind switch
    {
        MilestoneKind.Exception => "The shipment shows it until it gets further. It changes no stock.",
        MilestoneKind.Picked or MilestoneKind.Packed =>
            "No stock is changed; from then on closing the warehouse does not move it.",
        _ when Seen.IsInWarehouse =>
            "Its goods leave the stock of the warehouse with this report, and it cannot be cancelled any more.",
        MilestoneKind.Delivered => "What arrived counts against its promise with the day it happened.",
        _ => "The expected arrival is worked out anew.",
    };

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        _kind = Next(Seen.Shipment.Status);
        _when = Viewer.BusinessNow.ToString(Local, CultureInfo.InvariantCulture);
        _parts =
        [
            .. Seen.Shipment.Lines.GroupBy(line => line.Line).Select(lines => new Part(
                lines.Key, lines.First().Sku.Value, lines.Sum(line => line.Quantity - line.Arrived()))),
        ];
    }

    private static MilestoneKind Next(ShipmentStatus status) => status switch
    {
        ShipmentStatus.Planned => MilestoneKind.Picked,
        ShipmentStatus.Picked => MilestoneKind.Packed,
        ShipmentStatus.Packed => MilestoneKind.Dispatched,
        ShipmentStatus.Dispatched => MilestoneKind.ArrivedHub,
        ShipmentStatus.InTransit => MilestoneKind.OutForDelivery,
        _ => MilestoneKind.Delivered,
    };

    private RenderFragment Box(Part part, string what, string text, Action<string> write) => builder =>
    {
        builder.OpenElement(0, "input");
        builder.AddAttribute(1, "class", "inp count");
        builder.AddAttribute(2, "inputmode", "numeric");
        builder.AddAttribute(3, "maxlength", 10);
        builder.AddAttribute(4, "aria-label", $"Units of line {part.Line} that are {what}");
        builder.AddAttribute(5, "value", text);
        builder.AddAttribute(6, "oninput", EventCallback.Factory.Create<ChangeEventArgs>(
            this, input => write((string?)input.Value ?? "")));
        builder.CloseElement();
    };

    private Task SendAsync() => TryRead(out var milestone)
        ? _sending.SendAsync<ShipmentDetails>(
            "recorded",
            async () => await Chain.With(new CallOptions { IfMatch = Seen.Shipment.Version })
                .Shipments.RecordAsync(Seen.Shipment.Id, milestone),
            reply => OnDone.InvokeAsync(new Deed($"Recorded: {ShipmentLooks.Of(_kind).Word}, {_id}.")
            {
                // A repeat of the void changes nothing; what was reported since stays.
                Undo = Undoing.By<ShipmentDetails>(
                    "Void it", $"Voided: {ShipmentLooks.Of(_kind).Word}. It stays listed as voided.",
                    async () => await Chain.Shipments.VoidAsync(
                        reply.Value!.Id, new(milestone.Id, "Recorded by mistake."))),
            }),
            "The node did not answer. Sending it again is safe: it is the same milestone.")
        : Task.CompletedTask;

    private bool TryRead(out RecordMilestone milestone)
    {
        milestone = new(_id, _kind, Location: Given(_location), Note: Given(_note));
        if (_isUnknown)
        {
            milestone = milestone with { OccurredAt = OccurredAt.Unknown };
        }
        else if (DateTime.TryParse(_when, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            milestone = milestone with
            {
                OccurredAt = new DateTimeOffset(
                    DateTime.SpecifyKind(local, DateTimeKind.Unspecified), Viewer.Zone.GetUtcOffset(local)),
            };
        }
        else
        {
            _sending.Refuse("Not sent: say when it happened, or that it is unknown.");
            return false;
        }

        if (_kind != MilestoneKind.Delivered || !_isPart)
            return true;
        var told = _parts.Select(part => part.Read()).ToArray();
        if (told.Any(line => line is null) || told.All(line => line is { Delivered: 0, Damaged: 0, Refused: 0 }))
        {
            _sending.Refuse("Not sent: say in whole numbers how many units of at least one line arrived.");
            return false;
        }

        milestone = milestone with
        {
            Lines = told.OfType<DeliveredLine>()
                .Where(line => line.Delivered + line.Damaged + line.Refused > 0).ToItems(),
        };
        return true;
    }

    private static string? Given(string text) => text.Trim() is { Length: > 0 } given ? given : null;

    /// <summary>What arrived of a line, as it is written.</summary>
    private sealed class Part(int line, string sku, long left)
    {
        public int Line => line;

        public string Sku => sku;

        public long Left => left;

        public string Well { get; set; } = Words.Plain(left);

        public string Damaged { get; set; } = "0";

        public string Refused { get; set; } = "0";

        public DeliveredLine? Read() =>
            TryRead(Well, out var well) && TryRead(Damaged, out var damaged) && TryRead(Refused, out var refused)
                ? new(line, well, damaged, refused)
                : null;

        private static bool TryRead(string text, out long number)
        {
            number = 0;
            return text.Trim().Length == 0
                || long.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out number);
        }
    }
}
