using System.Text.Json;
using System.Text.Json.Nodes;

namespace Seminar.Offer.Tests;

/// <summary>Invented sheets, as JSON.</summary>
internal static class Sheets
{
    public static JsonObject Service(string id, string name, Action<JsonObject>? change = null)
    {
        var service = new JsonObject
        {
            ["source"] = "exemple",
            ["structure_id"] = "exemple--maison",
            ["id"] = $"exemple--{id}",
            ["nom"] = name,
            ["description"] = "Un service inventé pour les tests.",
            ["date_maj"] = "2026-10-01",
        };
        change?.Invoke(service);
        return service;
    }

    public static JsonObject Structure(string id, string name) => new()
    {
        ["source"] = "exemple",
        ["id"] = $"exemple--{id}",
        ["nom"] = name,
        ["date_maj"] = "2026-10-01",
        ["siret"] = "35600000000048",
        ["reseaux_porteurs"] = new JsonArray("mission-locale"),
    };

    public static string List(params IEnumerable<JsonObject> sheets) => JsonSerializer.Serialize(new JsonArray([.. sheets]));

    public static JsonArray Array(params string[] values) => new([.. values.Select(value => (JsonNode)value)]);
}
