using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace NewsMesh.ServiceDefaults;

/// <summary>Reading of settings with one clear sentence for each that cannot be.</summary>
public static class Settings
{
    /// <summary>Binds a section to a record with defaults. Throws <see cref="SettingException"/> where a value has another type.</summary>
    public static T Bind<T>(IConfiguration configuration, string section)
        where T : new()
    {
        try
        {
            return configuration.GetSection(section).Get<T>() ?? new T();
        }
        catch (InvalidOperationException e)
        {
            throw new SettingException($"A setting under '{section}' cannot be read: {e.Message}", e);
        }
    }

    /// <summary>Throws <see cref="SettingException"/> where a number is outside its range.</summary>
    public static void RequireRange(string name, double value, double min, double max, string unit = "")
    {
        if (!(value >= min && value <= max))
        {
            throw new SettingException(string.Create(
                CultureInfo.InvariantCulture, $"Setting '{name}' is {value}; it must be between {min} and {max}{unit}."));
        }
    }

    /// <summary>Throws <see cref="SettingException"/> for the first value that breaks its own range annotation.</summary>
    public static void RequireValid(string section, object options)
    {
        var faults = new List<ValidationResult>();
        if (!Validator.TryValidateObject(options, new ValidationContext(options), faults, validateAllProperties: true))
        {
            throw new SettingException($"Setting '{section}:{faults[0].MemberNames.FirstOrDefault()}': {faults[0].ErrorMessage}");
        }
    }
}
