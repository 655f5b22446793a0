using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Npgsql;

namespace CapacityBoard.Nodes;

/// <summary>The keys that protect sessions and forms, in the journal's database, for every node that is on it.</summary>
/// <remarks>They are read when a node starts and about once a day from then on, which the framework does synchronously.</remarks>
internal sealed class PostgresKeys(NpgsqlDataSource source) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var command = source.CreateCommand("SELECT xml FROM web_keys ORDER BY at, name");
        using var row = command.ExecuteReader();
        var keys = new List<XElement>();
        while (row.Read())
        {
            keys.Add(XElement.Parse(row.GetString(0)));
        }

        return keys;
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var command = source.CreateCommand("INSERT INTO web_keys (name, xml) VALUES ($1, $2)");
        command.Parameters.Add(new() { Value = friendlyName });
        command.Parameters.Add(new() { Value = element.ToString(SaveOptions.DisableFormatting) });
        command.ExecuteNonQuery();
    }
}
