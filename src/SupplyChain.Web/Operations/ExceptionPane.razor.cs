using Microsoft.AspNetCore.Components;
using SupplyChain.Planner;

namespace SupplyChain.Operations;

/// <summary>One exception, why it is one, and what people do about it.</summary>
public partial class ExceptionPane
{
    private static readonly TimeSpan RefreshInterval = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _left = new();
    private ExceptionSeen? _seen;
    private string? _trouble;
    private string? _shown;
    private string? _refused;
    private bool _isBusy;
    private Doing _doing;
    private IDisposable? _live;

    private enum Doing
    {
        Nothing,
        Take,
        Snooze,
        Note,
        Resolve,
    }

    /// <summary>The exception.</summary>
    [Parameter, EditorRequired] public ExceptionEntry Entry { get; set; } = default!;

    /// <summary>What people call a warehouse.</summary>
    [Parameter, EditorRequired] public Func<string, string> Called { get; set; } = default!;

    /// <summary>The planner's name; null when this browser does not know it.</summary>
    [Parameter] public string? Me { get; set; }

    /// <summary>Is told the planner's name.</summary>
    [Parameter] public EventCallback<string> OnName { get; set; }

    /// <summary>Is told how the exception is after something was done about it.</summary>
    [Parameter] public EventCallback<ExceptionEntry> OnChange { get; set; }

    /// <summary>What the first answer to the browser showed.</summary>
    [PersistentState]
    public ExceptionSeen? Seen { get; set; }

    [Inject] private ExceptionReading Reading { get; set; } = default!;

    [Inject] private SupplyChainClient Chain { get; set; } = default!;

    [Inject] private WrittenForms Written { get; set; } = default!;

    [CascadingParameter] private Viewer Viewer { get; set; } = default!;

    private Look Look => ExceptionLooks.Of(Entry.Kind);

    private bool IsMine => Me is not null && Entry.Owner == Me;

    private string Since => Entry.Kind == ExceptionKind.Late
        ? Words.Day(DateOnly.FromDateTime(Entry.Since.UtcDateTime), Viewer.Now)
        : Words.Moment(Entry.Since, Viewer);

    private string Title => ExceptionWords.Title(Entry, Called, Viewer.Now)
        + (Entry.Customer is { } customer ? $" for {customer}" : "");

    private string? Product => Entry.Sku is { } sku && _seen?.Order?.Products.GetValueOrDefault(sku.Value) is { } name
        ? name.TrimEnd('.')
        : null;

    /// <summary>What people have done about it.</summary>
    private string Handled => string.Join(' ', new[]
    {
        Entry.Owner is { } owner ? $"{owner} takes care of it." : null,
        Entry.SnoozedUntil is { } until ? $"Snoozed until {Words.Moment(until, Viewer)}." : null,
        Entry.Note is { } note ? $"Note: {note.TrimEnd('.')}." : null,
        Entry.Resolution is { } why ? $"Resolved by hand: {why.TrimEnd('.')}." : null,
    }.OfType<string>());

    /// <inheritdoc/>
    public void Dispose()
    {
        _live?.Dispose();
        _left.Cancel();
        _left.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (Entry.Id == _shown)
            return;
        (_shown, _seen, _trouble, _refused, _doing) = (Entry.Id, null, null, null, Doing.Nothing);
        if (Seen is { } seen && seen.Id == Entry.Id)
        {
            _seen = seen;
            return;
        }

        await ReadAsync();
        Seen = _seen;
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        _live = Viewer.Follow(Concerns, RefreshInterval, () => InvokeAsync(async () =>
        {
            await ReadAsync();
            StateHasChanged();
        }));
        foreach (var doing in new[] { Doing.Note, Doing.Resolve })
        {
            if (_doing != Doing.Nothing || await Written.ReadAsync(Keep(doing)) is null)
                continue;
            _doing = doing;
            StateHasChanged();
        }
    }

    /// <summary>The name under which what is written about this exception outlives the connection.</summary>
    private string Keep(Doing what) => $"{what} {Entry.Id}";

    private bool Concerns(PublishedEvent @event) =>
        @event.Subject == Entry.Entity
        || @event.Subject == $"order/{Entry.Order}"
        || _seen?.Order?.Shipments.Any(shipment => @event.Subject == $"shipment/{shipment.Id}") == true;

    private string Expanded(Doing what) => _doing == what ? "true" : "false";

    private void Switch(Doing what) => _doing = _doing == what ? Doing.Nothing : what;

    private async Task TakeAsync()
    {
        if (IsMine)
            await SendAsync(new(ClearOwner: true));
        else if (Me is { } me)
            await SendAsync(new(Owner: me));
        else
            Switch(Doing.Take);
    }

    private async Task TakeAsAsync(string name)
    {
        await OnName.InvokeAsync(name);
        await SendAsync(new(Owner: name));
    }

    private Task NoteAsync(string note) =>
        SendAsync(note.Length == 0 ? new(ClearNote: true) : new(Note: note));

    private async Task SendAsync(AttendException command)
    {
        (_isBusy, _refused) = (true, null);
        try
        {
            var reply = await Chain.With(new CallOptions { Actor = Me ?? "planner", IfMatch = Entry.Version })
                .Exceptions.AttendAsync(Entry.Id, command, _left.Token);
            if (reply.Value is { } changed)
            {
                if (_doing is Doing.Note or Doing.Resolve)
                    await Written.ForgetAsync(Keep(_doing));
                _doing = Doing.Nothing;
                await OnChange.InvokeAsync(changed);
            }
            else
            {
                var why = reply.Message ?? string.Join(' ', reply.Faults.Select(fault => fault.Message));
                _refused = reply.Refusal == Refusal.VersionMismatch
                    ? "Nothing was changed: another planner changed it since you looked."
                    : $"Nothing was changed. {why}";
            }
        }
        catch (Exception failure) when (NodeTrouble.Is(failure))
        {
            _refused = NodeTrouble.Say(
                failure, "The node did not answer; it is not known whether it was done. Again does no harm.");
        }
        finally
        {
            _isBusy = false;
        }
    }

    private async Task ReadAsync()
    {
        var entry = Entry;
        try
        {
            var seen = await Reading.ReadAsync(entry, _left.Token);
            if (entry.Id == Entry.Id)
                (_seen, _trouble) = (seen, null);
        }
        catch (Exception failure) when (NodeTrouble.Is(failure))
        {
            _trouble = NodeTrouble.Say(failure);
        }
        catch (OperationCanceledException) when (_left.IsCancellationRequested)
        {
            // The page was left.
        }
    }
}
