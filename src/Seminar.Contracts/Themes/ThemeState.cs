using System.Text.Json.Serialization;

namespace Seminar.Contracts.Themes;

/// <summary>The state of a theme. Every state but <see cref="Running"/> comes with a reason in plain French.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ThemeState>))]
public enum ThemeState
{
    /// <summary>Loaded and serving.</summary>
    Running,

    /// <summary>Switched off by the administrator; its data is kept, its pages answer 404.</summary>
    Disabled,

    /// <summary>Its contract range does not hold the version of Seminar.Contracts that this host carries.</summary>
    Incompatible,

    /// <summary>An assembly that the theme refers to is not in its folder.</summary>
    MissingDependency,

    /// <summary>A step of the load failed; the reason names the step.</summary>
    Failed,
}
