using Microsoft.AspNetCore.Components;
using SupplyChain.Planner.Lists;

namespace SupplyChain.Planner.Entities;

/// <summary>
/// The page of one entity: it is read when its address is opened and again when one of its events comes, and what the
/// node does not answer is said beside what was shown before.
/// </summary>
public abstract class EntityPage<TSeen> : LivePage
    where TSeen : class, ISeen
{
    private bool _isUndoing;
    private (string Id, AsOf? Then)? _shown;

    /// <summary>What the first answer to the browser showed, so that the page does not blink.</summary>
    [PersistentState]
    public TSeen? Seen { get; set; }

    /// <summary>What it shows; null until it was read, and when there is no such entity.</summary>
    public TSeen? Shown { get; private set; }

    /// <summary>Whether there is no such entity.</summary>
    public bool IsMissing { get; private set; }

    /// <summary>Why it could not be read just now; null when it could.</summary>
    public string? Trouble { get; private set; }

    /// <summary>What was done here last; null when nothing was, or when the next drawer is open.</summary>
    public Deed? Done { get; private set; }

    /// <summary>The moment of its past that the address asks for; null for the present.</summary>
    public AsOf? Then => Past.Read(Address.One(PastBar.Parameter));

    /// <summary>The id in the address.</summary>
    public abstract string EntityId { get; }

    /// <summary>The address with what it says about drawers and selections.</summary>
    public ListAddress Address { get; private set; } = ListAddress.Of("http://localhost/");

    [CascadingParameter] private HttpContext? Http { get; set; }

    /// <inheritdoc/>
    protected override TimeSpan Pace { get; } = TimeSpan.FromMilliseconds(250);

    /// <summary>Reads what is shown; null when there is no such entity.</summary>
    protected abstract Task<TSeen?> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Follows the address when it changes within the page, before the page is drawn.</summary>
    protected virtual Task FollowAsync() => Task.CompletedTask;

    /// <inheritdoc/>
    protected override async Task RefreshAsync()
    {
        await ReadShownAsync();
        StateHasChanged();
    }

    /// <summary>The drawer that the address asks for; none over the past, which cannot be changed.</summary>
    protected string? Drawer => Then is null ? Address.One("do") : null;

    /// <summary>The address without a drawer.</summary>
    protected virtual ListAddress WithoutDrawer => Address.With("do");

    /// <summary>Closes the drawer that the address asks for.</summary>
    protected void Close() => Navigation.NavigateTo(WithoutDrawer.Url);

    /// <summary>Closes the drawer and says what was done in it.</summary>
    protected Task DoneAsync(string said) => DidAsync(new Deed(said));

    /// <summary>Closes the drawer and says what was done in it, part by part, and how it is taken back.</summary>
    protected async Task DidAsync(Deed deed)
    {
        if (Address.Url != WithoutDrawer.Url)
            Close();
        Done = deed;
        await RefreshAsync();
    }

    /// <summary>Takes back what was done last, and says whether that was possible.</summary>
    public async Task UndoAsync()
    {
        if (_isUndoing || Done is not { Undo: { } undo } deed)
            return;
        _isUndoing = true;
        try
        {
            var refused = await undo.TryAsync();
            Done = refused is null ? new Deed(undo.Said) : deed with { Undo = null, Refused = refused };
        }
        catch (Exception failure) when (NodeTrouble.Is(failure))
        {
            Done = deed with
            {
                Refused = NodeTrouble.Say(failure, "The node did not answer. Undoing it again is safe."),
            };
        }
        finally
        {
            _isUndoing = false;
        }

        await RefreshAsync();
    }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        Take(ListAddress.Of(Navigation.Uri));
        if (_shown != (EntityId, Then))
        {
            if (EntityId != _shown?.Id)
                (Shown, IsMissing, Done) = (null, false, null);
            var isFirst = _shown is null && Seen?.EntityId == EntityId;
            _shown = (EntityId, Then);
            if (isFirst)
                Shown = Seen;
            else
                await ReadShownAsync();
            Seen = Shown;
            if (IsMissing && Http is { Response.HasStarted: false })
                Http.Response.StatusCode = StatusCodes.Status404NotFound;
        }

        await FollowAsync();
    }

    /// <summary>Reads, and says what the node does not answer.</summary>
    protected async Task TryAsync(Func<Task> read, Action<string?> say)
    {
        try
        {
            await read();
            say(null);
        }
        catch (MalformedCursorException)
        {
            say("The address names a place in the list that does not exist.");
        }
        catch (Exception failure) when (NodeTrouble.Is(failure))
        {
            say(NodeTrouble.Say(failure));
        }
        catch (OperationCanceledException) when (Left.IsCancellationRequested)
        {
            // The page was left.
        }
    }

    /// <summary>Reads what is shown.</summary>
    protected Task ReadShownAsync()
    {
        if (!Identifier.IsValid(EntityId))
        {
            IsMissing = true;
            return Task.CompletedTask;
        }

        return TryAsync(
            async () =>
            {
                var asked = (EntityId, Then);
                var seen = await ReadAsync(Left);
                if (asked != (EntityId, Then))
                    return;
                IsMissing = seen is null;
                Shown = seen ?? Shown;
            },
            trouble => Trouble = trouble);
    }

    private void Take(ListAddress address)
    {
        Address = address;
        if (address.One("do") is not null)
            Done = null;
    }

    /// <inheritdoc/>
    protected override async Task MoveAsync(string location)
    {
        var address = ListAddress.Of(Navigation.Uri);
        if (address.Path != Address.Path || address.Url == Address.Url)
            return;
        Take(address);
        if (_shown is { } shown && shown.Then != Then)
        {
            _shown = (EntityId, Then);
            await ReadShownAsync();
        }

        await FollowAsync();
        StateHasChanged();
    }
}
