using System.Collections.Immutable;

namespace CapacityBoard.Policies;

/// <summary>
/// All localities' policies as this node knows them. It stores nothing: the policy keeper sets them at start and whenever they
/// change. It may be read and set from any thread.
/// </summary>
public sealed class LocalityPolicies
{
    private readonly Lock _gate = new();
    private volatile ImmutableDictionary<string, PolicyHistory> _histories = ImmutableDictionary<string, PolicyHistory>.Empty;

    /// <summary>Raised on the thread that set policies, so handlers must only take note.</summary>
    public event Action? Changed;

    /// <summary>The policy that applies in a locality at an instant.</summary>
    public LocalityPolicy Of(string locality, DateTimeOffset at) => HistoryOf(locality).At(at);

    /// <summary>
    /// Adds policies, or replaces those for a known locality and instant. Others stay, so it may be called with all policies or
    /// only new ones, also repeatedly. A policy whose instant has passed applies at once.
    /// </summary>
    /// <param name="policies">Valid according to <see cref="LocalityPolicy.WhyInvalid"/>.</param>
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
