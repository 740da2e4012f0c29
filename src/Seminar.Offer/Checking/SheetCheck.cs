using Seminar.Offer.Reading;
using Seminar.Offer.Standard;
using Seminar.Offer.Territory;

namespace Seminar.Offer.Checking;

/// <summary>Checks sheets against data·inclusion v1.0.8, field by field.</summary>
/// <param name="today">No sheet was updated later.</param>
/// <param name="source">The producer of sheets that do not name theirs; the valideur's workbook does not.</param>
/// <param name="takesProposals">Whether what was likely meant replaces what is wrong.</param>
internal sealed class SheetCheck(DateOnly today, string? source, bool takesProposals)
{
    private const string WholePublic = "tous-publics";

    public CheckedSheet Check(RawSheet raw)
    {
        var reading = new FieldReading(today, takesProposals);
        var values = new Dictionary<string, object>();
        foreach (var field in Fields.Of(raw.Kind))
        {
            var value = raw.Values.TryGetValue(field.Name, out var given) ? reading.Read(field, given) : null;
            value ??= field.Name == "source" ? source ?? Prefix(raw) : null;
            if (value is not null)
            {
                values[field.Name] = value;
            }
            else if (field.IsRequired && !reading.HasFault(field.Name))
            {
                reading.Refuse(field, $"{field.Label}\u00A0: ce champ est obligatoire.");
            }
        }

        Qualify(values, "id");
        Qualify(values, "structure_id");
        CheckTogether(values, reading);
        return new CheckedSheet(raw.Line, new Sheet(raw.Kind, values), reading.Faults, reading.Remarks);
    }

    /// <summary>Identifiers are <c>{source}--{local}</c>; a producer's own files often hold the local part alone.</summary>
    private static void Qualify(Dictionary<string, object> values, string field)
    {
        if (values.TryGetValue(field, out var id) && values.TryGetValue("source", out var source) && !$"{id}".Contains("--", StringComparison.Ordinal))
        {
            values[field] = $"{source}--{id}";
        }
    }

    private static string? Prefix(RawSheet raw) =>
        raw.Values.TryGetValue("id", out var id) && $"{id}".IndexOf("--", StringComparison.Ordinal) is > 0 and var end ? $"{id}"[..end] : null;

    private void CheckTogether(Dictionary<string, object> values, FieldReading reading)
    {
        if (values.GetValueOrDefault("publics") is IReadOnlyList<string> { Count: > 1 } publics && publics.Contains(WholePublic))
        {
            if (takesProposals)
            {
                values["publics"] = (IReadOnlyList<string>)[WholePublic];
            }

            reading.RefuseUnlessCorrected("publics", "Publics\u00A0: «\u00A0tous-publics\u00A0» ne va avec aucun autre public.", WholePublic);
        }

        if (values.ContainsKey("longitude") != values.ContainsKey("latitude"))
        {
            reading.Remark("longitude", "La longitude et la latitude vont ensemble\u00A0; la fiche est placée au centre de sa commune.");
        }

        if (values.GetValueOrDefault("code_insee") is string insee && Region.Holds(insee) && Communes.Find(insee) is null)
        {
            reading.Remark("code_insee", $"Le code {insee} n’est celui d’aucune commune d’Occitanie en 2026.");
        }
    }
}
