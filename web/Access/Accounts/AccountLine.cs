using System.Collections.Immutable;
using CapacityBoard.Access.Store;

namespace CapacityBoard.Access.Accounts;

/// <summary>An account with its roles.</summary>
internal sealed record AccountLine(Account Account, ImmutableArray<GrantRow> Rows)
{
    public ImmutableArray<Grant> Grants { get; } = [.. Rows.Select(row => new Grant(row.Role, row.Scope)).Distinct()];

    public bool IsSeenBy(AdminScope administrator) => administrator.Sees(Grants, Account.CreatedBy);

    public bool IsChangedBy(AdminScope administrator) => administrator.MayChange(Grants, Account.CreatedBy);

    /// <summary>Those of its roles that the administrator may know about.</summary>
    public IEnumerable<Grant> Within(AdminScope administrator) => Grants.Where(grant => administrator.Covers(grant.Scope));
}
