using System.Collections.Immutable;

namespace CapacityBoard.Policies;

/// <summary>
/// The policies of all localities, as this node knows them. It keeps nothing: whoever keeps policies tells it of them at the
/// start and again as they are set. May be read and told on any thread.
/// </summary>
public sealed class LocalityPolicies
{
    private readonly Lock _gate = new();
    private volatile ImmutableDictionary<string, PolicyHistory> _histories = ImmutableDictionary<string, PolicyHistory>.Empty;

    /// <summary>Something new was told. Raised on the thread that told it, so handlers only take note.</summary>
    public event Action? Changed;

    /// <summary>The policy that applies in a locality at an instant.</summary>
    public LocalityPolicy Of(string locality, DateTimeOffset at) => HistoryOf(locality).At(at);

    /// <summary>
    /// Takes policies in: more of them, or, for a locality and instant that are known, in place of the one before. What is
    /// known and not named stays, so it may be told all there are or only the new ones, and the same again. A policy whose
    /// instant has passed applies at once.
    /// </summary>
    /// <param name="policies">None that <see cref="LocalityPolicy.WhyInvalid"/> finds anything wrong with.</param>
    public void Set(IEnumerable<EffectivePolicy> policies)
    {
        lock (_gate)
        {
            var before = _histories;
            _histories = policies.Aggregate(before, With);
            if (_histories == before)
            {
                return;
            }
        }

        Changed?.Invoke();
    }

    internal PolicyHistory HistoryOf(string locality) => _histories.GetValueOrDefault(locality, PolicyHistory.Empty);

    private static ImmutableDictionary<string, PolicyHistory> With(ImmutableDictionary<string, PolicyHistory> histories, EffectivePolicy told)
    {
        var history = histories.GetValueOrDefault(told.Locality, PolicyHistory.Empty);
        return history.Entries.Contains(told) ? histories : histories.SetItem(told.Locality, history.With(told));
    }
}
