using System.Runtime.InteropServices;
using SupplyChain.Network;
using SupplyChain.Orders;

namespace SupplyChain.Inventory;

/// <summary>
/// Chooses which warehouses sourcing is offered. A product may be in a thousand of them, and each order asks: they are
/// looked at once, and never sorted.
/// </summary>
internal sealed class BestCandidates
{
    private const int MaxCandidates = 12;
    private const int BiggestAlways = 3;

    private readonly SupplyPlace[] _places;
    private readonly long[] _available;
    private readonly FindCandidates _query;
    private readonly bool _isRationed;
    private readonly List<int> _chosen = new(MaxCandidates);

    private BestCandidates(SupplyPlace[] places, long[] available, bool isRationed, FindCandidates query) =>
        (_places, _available, _isRationed, _query) = (places, available, isRationed, query);

    /// <summary>
    /// Of at most twelve, all. Of more, those that have to be in the picture, always the biggest ones with stock, since
    /// the first goal is the most units, and the nearest; and how many others there are, per reason.
    /// </summary>
    /// <param name="places">Where the stock items are.</param>
    /// <param name="available">What each has to give.</param>
    /// <param name="isRationed">Whether lines wait for the product.</param>
    /// <param name="query">What is asked.</param>
    /// <returns>The numbers of the stock items, the best first.</returns>
    public static (List<int> Best, Items<RejectionCount> Others) Of(
        SupplyPlace[] places, long[] available, bool isRationed, FindCandidates query) =>
        new BestCandidates(places, available, isRationed, query).Choose();

    private (List<int> Best, Items<RejectionCount> Others) Choose()
    {
        var count = 0;
        for (var item = 0; item < _places.Length; item++)
        {
            if (IsThere(item) && ++count <= MaxCandidates)
            {
                _chosen.Add(item);
            }
        }
        if (count <= MaxCandidates)
        {
            return (_chosen, []);
        }
        _chosen.Clear();
        ChooseNamed();
        ChooseUseful();
        if (_chosen.Count < MaxCandidates)
        {
            ChooseNearest();
        }
        return (_chosen, CountOthers());
    }

    private bool IsThere(int item) =>
        _available[item] != AvailableUnits.Never && _places[item].Warehouse is not null
        && (_query.OnlyFrom is not { } only || only.Contains(WarehouseOf(item)));

    private void ChooseNamed()
    {
        for (var item = 0; _query.InAnyCase.Count > 0 && item < _places.Length; item++)
        {
            if (IsThere(item) && _query.InAnyCase.Contains(WarehouseOf(item)))
            {
                Take(item);
            }
        }
    }

    private void ChooseUseful()
    {
        if (_isRationed && _query.Counted != CountedStock.EvenRationed)
        {
            return;
        }
        var (biggest, nearest) = (new Ranking(_places, BiggestAlways), new Ranking(_places, MaxCandidates));
        for (var item = 0; item < _places.Length; item++)
        {
            ref readonly var place = ref _places[item];
            if (!place.IsOpen || _available[item] <= 0 || !IsThere(item))
            {
                continue;
            }
            biggest.Offer(item, -_available[item], 0);
            if (nearest.IsOpenTo(place.Band, LeastDistance(place)))
            {
                nearest.Offer(item, place.Band, Distance(place));
            }
        }
        biggest.Items.ForEach(Take);
        nearest.Items.ForEach(Take);
    }

    private void ChooseNearest()
    {
        var nearest = new Ranking(_places, MaxCandidates + _chosen.Count);
        for (var item = 0; item < _places.Length; item++)
        {
            if (IsThere(item))
            {
                nearest.Offer(item, Distance(_places[item]), 0);
            }
        }
        nearest.Items.ForEach(Take);
    }

    private void Take(int item)
    {
        if (_chosen.Count < MaxCandidates && !_chosen.Contains(item))
        {
            _chosen.Add(item);
        }
    }

    private Items<RejectionCount> CountOthers()
    {
        var counts = new Dictionary<RejectionReason, int>();
        for (var item = 0; item < _places.Length; item++)
        {
            if (IsThere(item))
            {
                CollectionsMarshal.GetValueRefOrAddDefault(counts, WhyNot(item), out _)++;
            }
        }
        foreach (var item in _chosen)
        {
            counts[WhyNot(item)]--;
        }
        return counts.Where(count => count.Value > 0).OrderBy(count => count.Key)
            .Select(count => new RejectionCount(count.Key, count.Value)).ToItems();
    }

    private RejectionReason WhyNot(int item) =>
        !_places[item].IsOpen ? RejectionReason.Closed
        : _available[item] <= 0 ? RejectionReason.NoStock
        : _isRationed ? RejectionReason.Rationed
        : _places[item].Location is null ? RejectionReason.UnknownLocation
        : RejectionReason.Farther;

    private WarehouseId WarehouseOf(int item) => _places[item].Warehouse!.Id;

    private double Distance(in SupplyPlace place) => _query.ShipTo is { } to && place.Location is { } location
        ? GreatCircle.DistanceKm(location, new(to.Latitude, to.Longitude))
        : double.MaxValue;

    private double LeastDistance(in SupplyPlace place) => _query.ShipTo is { } to && place.Location is { } location
        ? GreatCircle.LeastDistanceKm(location.Latitude, to.Latitude)
        : double.MaxValue;

    /// <summary>The first few stock items by two numbers, then by their warehouses' ids.</summary>
    private sealed class Ranking(SupplyPlace[] places, int most)
    {
        private readonly List<(double First, double Second, int Id)> _keys = new(most + 1);

        /// <summary>The best first.</summary>
        public List<int> Items { get; } = new(most + 1);

        /// <summary>Whether a stock item whose numbers are not smaller than these may come among them.</summary>
        public bool IsOpenTo(double first, double second) =>
            _keys.Count < most || first < _keys[^1].First || (first == _keys[^1].First && second <= _keys[^1].Second);

        public void Offer(int item, double first, double second)
        {
            if (!IsOpenTo(first, second))
            {
                return;
            }
            var key = (first, second, places[item].IdRank);
            var at = _keys.Count;
            while (at > 0 && key.CompareTo(_keys[at - 1]) < 0)
            {
                at--;
            }
            if (at == most)
            {
                return;
            }
            if (_keys.Count == most)
            {
                _keys.RemoveAt(most - 1);
                Items.RemoveAt(most - 1);
            }
            _keys.Insert(at, key);
            Items.Insert(at, item);
        }
    }
}
