using Seminar.Contracts.Workshops;

namespace Seminar.People.Groups.Composition;

/// <summary>Someone present, as far as it matters for the groups.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Family">Family of the badge.</param>
/// <param name="Organisation">Organisation; blank is never the same as another.</param>
/// <param name="Departement">INSEE code, or null.</param>
/// <param name="IsWitness">Whether they testify.</param>
internal sealed record Attendee(Guid Id, Family Family, string Organisation, string? Departement, bool IsWitness)
{
    /// <summary>Someone who hosts: staff or partner, and not there to testify.</summary>
    public bool IsProfessional => Family != Family.Youth && !IsWitness;

    /// <summary>Someone who must not be left alone among their like.</summary>
    public bool NeedsCompany => Family == Family.Youth || IsWitness;
}
