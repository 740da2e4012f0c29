namespace Seminar.Offer.Standard;

/// <summary>A field of a sheet.</summary>
/// <param name="Name">Its name in data·inclusion.</param>
/// <param name="Label">How a French reader knows it.</param>
/// <param name="Kind">What it may hold.</param>
/// <param name="IsRequired">Whether every sheet has it.</param>
internal sealed record Field(string Name, string Label, FieldKind Kind, bool IsRequired = false);

/// <summary>What a field may hold.</summary>
internal enum FieldKind
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary>3 to 150 characters.</summary>
    Name,

    /// <summary>5 to 10,000 characters.</summary>
    Description,

    /// <summary>The address of a page.</summary>
    Link,

    Email,
    Telephone,

    /// <summary>A day since 2000, not in the future.</summary>
    Day,

    Siret,
    PostalCode,
    Insee,
    Longitude,
    Latitude,

    /// <summary>Zero or more.</summary>
    Number,

    /// <summary>One or more.</summary>
    WholeNumber,

    /// <summary>One of the values that the nomenclature permits for this field.</summary>
    Choice,

    /// <summary>Some of them, each once.</summary>
    Choices,

    /// <summary>Communes, départements, intercommunalités, countries, or « france ».</summary>
    Zones,

    /// <summary>Opening hours, as OpenStreetMap writes them.</summary>
    Hours,
}
