using System.Collections.Immutable;

namespace CapacityBoard.Access.Keys;

/// <summary>A key with its roles.</summary>
internal sealed record KeyLine(ApiKey Key, ImmutableArray<Grant> Grants)
{
    public bool IsGood(DateTimeOffset now) => Key.Revoked is null && Key.Expires > now;

    public bool IsSeenBy(AdminScope administrator) => administrator.Sees(Grants, Key.CreatedBy);

    public bool IsChangedBy(AdminScope administrator) => administrator.MayChange(Grants, Key.CreatedBy);
}
