// The planner's name in this browser, as colleagues know it.
const key = 'planner-name';

export const name = () => localStorage.getItem(key);
export const remember = value => localStorage.setItem(key, value);
