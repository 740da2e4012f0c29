namespace Seminar.Contracts.Offer;

/// <summary>What is looked for; what is left out does not matter.</summary>
public sealed record OfferQuery
{
    /// <summary>Words of the name or the description, in French.</summary>
    public string? Words { get; init; }

    /// <summary>Thématiques of data·inclusion (<c>mobilite--preparer-un-permis</c>), or categories (<c>mobilite</c>); a service has one of them at least.</summary>
    public IReadOnlyList<string> Themes { get; init; } = [];

    /// <summary>Publics of data·inclusion (<c>jeunes</c>); services for everyone, or that do not say, are found as well.</summary>
    public IReadOnlyList<string> Publics { get; init; } = [];

    /// <summary>INSEE code of the commune where someone lives: services whose zone leaves it out are not found.</summary>
    public string? Commune { get; init; }

    /// <summary>How far from the commune's centre, in kilometres as the crow flies; services at a distance are found as well.</summary>
    public int Kilometres { get; init; } = 30;

    /// <summary>INSEE code of the département where services are.</summary>
    public string? Departement { get; init; }

    /// <summary>Whether only services that say that they are free of charge are found.</summary>
    public bool IsFree { get; init; }

    /// <summary><c>en-presentiel</c> or <c>a-distance</c>.</summary>
    public string? Mode { get; init; }

    /// <summary>How many to pass by.</summary>
    public int Skip { get; init; }

    /// <summary>How many to bring.</summary>
    public int Take { get; init; } = 20;
}
