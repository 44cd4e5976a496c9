// SPDX-License-Identifier: MIT
pragma solidity ^0.8.20;

import "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import "@openzeppelin/contracts/utils/math/Math.sol";

/// A constant-product pool with a 0.3% fee, the interface of a UniswapV2 pair and its way of working: tokens are sent in first,
/// the call then takes the difference between balance and reserve.
contract LpToken is ERC20("Devnet LP", "DLP") {
    uint256 private constant LOCKED_FOR_EVER = 1000;

    address public token0;
    address public token1;
    uint112 private _reserve0;
    uint112 private _reserve1;
    uint32 private _updatedAt;

    event Mint(address indexed sender, uint256 amount0, uint256 amount1);
    event Burn(address indexed sender, uint256 amount0, uint256 amount1, address indexed to);
    event Swap(
        address indexed sender,
        uint256 amount0In,
        uint256 amount1In,
        uint256 amount0Out,
        uint256 amount1Out,
        address indexed to
    );
    event Sync(uint112 reserve0, uint112 reserve1);

    constructor(address tokenA, address tokenB) {
        (token0, token1) = tokenA < tokenB ? (tokenA, tokenB) : (tokenB, tokenA);
    }

    function getReserves() public view returns (uint112 reserve0, uint112 reserve1, uint32 blockTimestampLast) {
        return (_reserve0, _reserve1, _updatedAt);
    }

    function mint(address to) external returns (uint256 liquidity) {
        (uint256 in0, uint256 in1) = _received();
        uint256 supply = totalSupply();
        if (supply == 0) {
            liquidity = Math.sqrt(in0 * in1) - LOCKED_FOR_EVER;
            _mint(address(0xdead), LOCKED_FOR_EVER);
        } else {
            liquidity = Math.min((in0 * supply) / _reserve0, (in1 * supply) / _reserve1);
        }
        require(liquidity > 0, "UniswapV2: INSUFFICIENT_LIQUIDITY_MINTED");
        _mint(to, liquidity);
        _sync();
        emit Mint(msg.sender, in0, in1);
    }

    function burn(address to) external returns (uint256 amount0, uint256 amount1) {
        uint256 liquidity = balanceOf(address(this));
        amount0 = (liquidity * _balance(token0)) / totalSupply();
        amount1 = (liquidity * _balance(token1)) / totalSupply();
        require(amount0 > 0 && amount1 > 0, "UniswapV2: INSUFFICIENT_LIQUIDITY_BURNED");
        _burn(address(this), liquidity);
        IERC20(token0).transfer(to, amount0);
        IERC20(token1).transfer(to, amount1);
        _sync();
        emit Burn(msg.sender, amount0, amount1, to);
    }

    function swap(uint256 amount0Out, uint256 amount1Out, address to, bytes calldata) external {
        require(amount0Out > 0 || amount1Out > 0, "UniswapV2: INSUFFICIENT_OUTPUT_AMOUNT");
        require(amount0Out < _reserve0 && amount1Out < _reserve1, "UniswapV2: INSUFFICIENT_LIQUIDITY");
        uint256 in0;
        uint256 in1;
        (in0, in1) = _received();
        require(in0 > 0 || in1 > 0, "UniswapV2: INSUFFICIENT_INPUT_AMOUNT");
        if (amount0Out > 0) IERC20(token0).transfer(to, amount0Out);
        if (amount1Out > 0) IERC20(token1).transfer(to, amount1Out);
        uint256 adjusted0 = _balance(token0) * 1000 - in0 * 3;
        uint256 adjusted1 = _balance(token1) * 1000 - in1 * 3;
        require(adjusted0 * adjusted1 >= uint256(_reserve0) * _reserve1 * 1e6, "UniswapV2: K");
        _sync();
        emit Swap(msg.sender, in0, in1, amount0Out, amount1Out, to);
    }

    function sync() external {
        _sync();
    }

    /// The most that `amountIn` buys, as a UniswapV2 router computes it.
    function getAmountOut(uint256 amountIn, uint256 reserveIn, uint256 reserveOut) public pure returns (uint256) {
        uint256 afterFee = amountIn * 997;
        return (afterFee * reserveOut) / (reserveIn * 1000 + afterFee);
    }

    function _received() private view returns (uint256 in0, uint256 in1) {
        return (_balance(token0) - _reserve0, _balance(token1) - _reserve1);
    }

    function _balance(address token) private view returns (uint256) {
        return IERC20(token).balanceOf(address(this));
    }

    function _sync() private {
        (_reserve0, _reserve1) = (uint112(_balance(token0)), uint112(_balance(token1)));
        _updatedAt = uint32(block.timestamp);
        emit Sync(_reserve0, _reserve1);
    }

    // A real pair subtracts with a checked library that knows one message for a missing balance and a missing allowance.
    function _beforeTokenTransfer(address from, address, uint256 amount) internal view override {
        require(from == address(0) || balanceOf(from) >= amount, "ds-math-sub-underflow");
    }

    function _spendAllowance(address owner, address spender, uint256 amount) internal override {
        require(allowance(owner, spender) >= amount, "ds-math-sub-underflow");
        super._spendAllowance(owner, spender, amount);
    }
}
