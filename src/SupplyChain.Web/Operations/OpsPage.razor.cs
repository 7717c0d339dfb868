using Microsoft.AspNetCore.Components;
using SupplyChain.Planner;

namespace SupplyChain.Operations;

/// <summary>
/// How the cluster is: its silos, whether every invariant holds, how far the lists are, what is stuck.
/// </summary>
public partial class OpsPage
{
    private static readonly TimeSpan RefreshInterval = TimeSpan.FromSeconds(1);

    // A verification asked for elsewhere shows as well, only not at once.
    private const int PacesBetweenLooks = 5;

    private readonly CancellationTokenSource _left = new();
    private ClusterStatus? _status;
    private DateTimeOffset _at;
    private DateTimeOffset? _cutOff;
    private VerifyProgress? _verify;
    private bool _isVerifying;
    private string? _trouble;
    private int _paces;
    private IDisposable? _watch;
    private ITimer? _clock;

    [Inject] private LiveFeed Feed { get; set; } = default!;

    [Inject] private SupplyChainClient Chain { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [Inject] private TimeProvider Time { get; set; } = default!;

    [CascadingParameter] private Viewer Viewer { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "do")] private string? Do { get; set; }

    [SupplyParameterFromQuery(Name = "silo")] private string? Silo { get; set; }

    private bool IsVerifying => _isVerifying || _verify?.Running == true;

    private (string Word, string Sentence) Verdict => OpsWords.Verdict(_status!, _verify?.Last?.Report);

    private SiloStatus? Draining => Do == "drain" ? _status?.Silos.FirstOrDefault(silo => silo.Name == Silo) : null;

    /// <inheritdoc/>
    public void Dispose()
    {
        _clock?.Dispose();
        _watch?.Dispose();
        _left.Cancel();
        _left.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        Take();
        await LookAsync();
    }

    /// <inheritdoc/>
    protected override void OnAfterRender(bool firstRender)
    {
        if (!firstRender)
            return;
        _watch = Feed.Watch(static _ => { });
        _clock = Time.CreateTimer(_ => _ = InvokeAsync(TickAsync), null, RefreshInterval, RefreshInterval);
    }

    private async Task TickAsync()
    {
        if (!Viewer.IsSeen || _left.IsCancellationRequested)
            return;
        Take();
        if (IsVerifying || ++_paces % PacesBetweenLooks == 0)
            await LookAsync();
        if (!_left.IsCancellationRequested)
            StateHasChanged();
    }

    private void Take() => (_status, _at, _cutOff) = (Feed.Status, Feed.StatusAt, Feed.State.CutOffSince);

    private async Task LookAsync()
    {
        try
        {
            _verify = await Chain.Operations.VerifyProgressAsync(_left.Token);
        }
        catch (Exception failure) when (NodeTrouble.Is(failure))
        {
            // The sentence on top says that the actors do not answer; the last report stays.
        }
        catch (OperationCanceledException) when (_left.IsCancellationRequested)
        {
            // The page was left.
        }
    }

    private async Task VerifyAsync()
    {
        if (IsVerifying)
            return;
        (_isVerifying, _trouble) = (true, null);
        try
        {
            await Chain.Operations.VerifyAsync(_left.Token);
        }
        catch (Exception failure) when (NodeTrouble.Is(failure))
        {
            _trouble = NodeTrouble.Say(
                failure, "The check was not finished: the silo that did it left or does not answer. Verify again.");
        }
        catch (OperationCanceledException) when (_left.IsCancellationRequested)
        {
            return;
        }
        finally
        {
            _isVerifying = false;
        }

        await LookAsync();
    }
}
