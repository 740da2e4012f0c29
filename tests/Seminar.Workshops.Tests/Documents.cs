using System.Text.Json;
using System.Text.Json.Nodes;
using Seminar.Contracts.Workshops;

namespace Seminar.Workshops.Tests;

internal static class Documents
{
    /// <summary>A small workshop that breaks no rule.</summary>
    public static WorkshopDocument Sound { get; } = new(
        "mobility",
        2,
        "Agir sur la mobilité",
        new Room("Auditorium", "RDC"),
        "Un contexte.",
        ["Comment aller plus loin ?"],
        [
            new(TeamRole.Facilitator, "Directeur", "Mission Locale Gard Rhodanien", "30"),
            new(TeamRole.Rapporteur, null, "ARML", null),
            new(TeamRole.Deputy, null, "ARML", null),
        ],
        [new(Family.Youth, null, "Mission Locale Lozère", "48")],
        new Attendance(1, 2, 3, 6),
        [new(Column.Success, [new("Les aides", null, ["Permis financé", "Code de la route"])])],
        [new("Former les équipes", ["Échanges entre pairs"])],
        [new("jeune", "Je bouge.")]);

    public static string ToJson(WorkshopDocument? document) => JsonSerializer.Serialize(document, SeedJson.Options);

    public static JsonNode ToNode(WorkshopDocument? document) => JsonNode.Parse(ToJson(document))!;
}
