using CapacityBoard.Access.Accounts;
using CapacityBoard.Access.Keys;
using CapacityBoard.Access.Wallboards;

namespace CapacityBoard.Access.Audit;

/// <summary>Finds an administrator's current reach.</summary>
internal sealed class AuditReaches(AccountList people, KeyList keys, WallboardLinkList links)
{
    public async Task<AuditReach> Of(AdminScope administrator, CancellationToken token)
    {
        if (administrator.IsEverywhere)
        {
            return new(true, [], []);
        }

        var accounts = (await people.Find(administrator, null, token)).Where(line => line.IsChangedBy(administrator)).Select(line => line.Account.Name);
        var machines = (await keys.Find(administrator, token)).Where(line => line.IsChangedBy(administrator)).Select(line => line.Key.Name);
        var walls = (await links.Find(administrator, token)).Select(link => link.Name);
        return new(false, [.. administrator.Scopes.Select(scope => scope.Value)], [.. accounts, .. machines, .. walls]);
    }
}
