using System.Text.Json.Serialization;

namespace Seminar.Contracts.Workshops;

/// <summary>The four columns of the board, in their order. In JSON: the French plurals of the seed files.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Column>))]
public enum Column
{
    /// <summary>Réussite: what was done and worked.</summary>
    [JsonStringEnumMemberName("réussites")]
    Success,

    /// <summary>Force: a resource one can lean on.</summary>
    [JsonStringEnumMemberName("forces")]
    Strength,

    /// <summary>Frein: what slows down, and can be acted upon.</summary>
    [JsonStringEnumMemberName("freins")]
    Brake,

    /// <summary>Obstacle: what blocks, and is beyond the group's own reach.</summary>
    [JsonStringEnumMemberName("obstacles")]
    Obstacle,
}

/// <summary>The families of badges.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Family>))]
public enum Family
{
    /// <summary>Staff of a Mission Locale: orange or yellow badge.</summary>
    [JsonStringEnumMemberName("mission-locale")]
    MissionLocale,

    /// <summary>Partner: blue badge.</summary>
    [JsonStringEnumMemberName("partenaire")]
    Partner,

    /// <summary>Young person.</summary>
    [JsonStringEnumMemberName("jeune")]
    Youth,
}

/// <summary>The roles of a workshop's team.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TeamRole>))]
public enum TeamRole
{
    /// <summary>Animateur: runs the workshop.</summary>
    [JsonStringEnumMemberName("animation")]
    Facilitator,

    /// <summary>Appui animation: helps to run it.</summary>
    [JsonStringEnumMemberName("appui")]
    CoFacilitator,

    /// <summary>Rapporteur: writes the bilan.</summary>
    [JsonStringEnumMemberName("rapporteur")]
    Rapporteur,

    /// <summary>Suppléant: stands in for the rapporteur.</summary>
    [JsonStringEnumMemberName("suppléant")]
    Deputy,
}
